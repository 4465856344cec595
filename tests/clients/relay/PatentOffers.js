import { graphql } from 'relay-runtime';

export const offered = graphql`
  subscription PatentOffersSubscription($kinds: [OfferKind!]) {
    patentOffered(kinds: $kinds) { id ...PatentCard_patent }
  }
`;
