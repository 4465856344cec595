import { graphql } from 'relay-runtime';

export const signIn = graphql`
  mutation SignInMutation($input: SignInInput!) {
    signIn(input: $input) {
      session { accessToken viewer { userName } }
      errors { __typename ... on Error { code } }
    }
  }
`;
