/** Characters (code points) of a file's name: with its ending and in UTF-8 within the 255 bytes that file systems take, for most scripts. */
const NAME_MAX = 80

/** What has a meaning in a path, to a shell or in a header; what is not seen; what changes the direction of the text after it. */
const UNSAFE = /[/\\:*?"<>|;%\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+/gu

/**
 * A title as the name of a file, with its ending. It is normalised (NFKC), and taken apart before that: a quote of full width, or
 * a sign within another, would be one of ours on a system that does so later.
 * @param ending without the dot
 */
export function fileName(title: string, ending: string): string {
  const seen = title.normalize('NFKD').replace(UNSAFE, '-').normalize('NFKC')
  // No hidden file, and none whose end a system would drop.
  const name = [...seen]
    .slice(0, NAME_MAX)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${name || 'private-chat'}.${ending}`
}
