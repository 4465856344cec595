import { graphql } from 'relay-runtime';

export const patent = graphql`
  fragment PatentCard_patent on Patent @argumentDefinitions(withOwners: { type: "Boolean!", defaultValue: false }) {
    title
    number
    offer { kinds accepting }
    owners @include(if: $withOwners) { name }
  }
`;
