import { graphql } from 'relay-runtime';

export const query = graphql`
  query PatentPageQuery($id: ID!) {
    node(id: $id) {
      ...PatentPage_patent @alias(as: "patent")
    }
  }
`;

// By @refetchable the compiler writes a query over node(id:) for it.
export const patent = graphql`
  fragment PatentPage_patent on Patent @refetchable(queryName: "PatentPageRefetchQuery") {
    abstract
    status
    ...PatentCard_patent @arguments(withOwners: true)
  }
`;
