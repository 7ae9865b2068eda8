import { titleWords } from '../titles';
import type { Columns, Filling } from './layout';

/** The number of a text, in the order in which they came. */
function codeOf(known: Map<string, number>, text: string): number {
  const code = known.get(text) ?? known.size;
  known.set(text, code);
  return code;
}

/** The words of every distinct post, which posts a word is in, and the role of each; returns what the numbers stand for. */
export function addPostWords(
  to: Filling,
  posts: Columns['distinct']['posts'],
): Pick<Columns['distinct'], 'words' | 'roles'> {
  const words = new Map<string, number>();
  const roles = new Map<string, number>();
  const postsOf: number[][] = [];
  for (const [post, { title, roleId }] of posts.entries()) {
    to.postRoles.push(roleId === null ? 0 : 1 + codeOf(roles, roleId));
    to.postWordsAt.push(to.postWords.length());
    for (const text of titleWords(title)) {
      const word = codeOf(words, text);
      to.postWords.push(word);
      (postsOf[word] ??= []).push(post);
    }
  }
  to.postWordsAt.push(to.postWords.length());
  for (const holders of postsOf) {
    to.wordPostsAt.push(to.wordPosts.length());
    for (const post of holders) to.wordPosts.push(post);
  }
  to.wordPostsAt.push(to.wordPosts.length());
  return { words: [...words.keys()], roles: [...roles.keys()] };
}
