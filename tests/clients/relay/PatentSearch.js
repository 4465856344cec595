import { graphql } from 'relay-runtime';

export const query = graphql`
  query PatentSearchQuery($query: String, $count: Int!) {
    ...PatentSearch_results @arguments(query: $query, count: $count)
  }
`;

export const results = graphql`
  fragment PatentSearch_results on Query
  @argumentDefinitions(query: { type: "String" }, count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" })
  @refetchable(queryName: "PatentSearchPaginationQuery") {
    patents(query: $query, first: $count, after: $cursor) @connection(key: "PatentSearch_patents", filters: ["query"]) {
      totalCount
      edges {
        score
        node { id ...PatentCard_patent }
      }
    }
  }
`;
