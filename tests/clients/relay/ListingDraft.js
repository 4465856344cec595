import { graphql } from 'relay-runtime';

export const organization = graphql`
  query ListingDraftOrganizationQuery {
    viewer { organization { id } }
  }
`;

export const patents = graphql`
  query ListingDraftPatentsQuery($owner: ID!) {
    patents(filter: { owners: [$owner], onOffer: false }, first: 50) { nodes { id } }
  }
`;

// The same listing twice: the second one is refused by a member of the error union.
export const create = graphql`
  mutation ListingDraftCreateMutation($input: CreateListingInput!) {
    createListing(input: $input) {
      listing { id title patent { id ...PatentCard_patent } }
      errors {
        __typename
        ... on Error { message code }
        ... on ListingExists { mode }
      }
    }
  }
`;
