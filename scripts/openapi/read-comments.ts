/**
 * Reads the comments beside the schemas of a file, so that the description of the API says the same words.
 * @param source the text of a file in `protocol/`
 * @returns what stands above each schema, under its name (`Room`); above a field, under both names (`Room.slow`); and above an
 *   event, under the name of the event (`RoomEvent.chat.read`)
 */
export function readComments(source: string): Map<string, string> {
  const comments = new Map<string, string>()
  let schema = ''
  let comment: string[] | null = null
  let isOpen = false
  const note = (name: string) => {
    if (comment !== null) comments.set(name, toSentences(comment))
    comment = null
  }
  for (const line of source.split('\n')) {
    const begins = /^\s*\/\*\*/.test(line)
    if (begins) comment = []
    if (begins || isOpen) {
      comment?.push(line)
      isOpen = !line.includes('*/')
      continue
    }
    schema = /^(?:export )?const (\w+)/.exec(line)?.[1] ?? schema
    const event = /event: z\.literal\('([\w.]+)'\)/.exec(line)?.[1]
    const field = /^\s+(\w+):/.exec(line)?.[1]
    if (event !== undefined) note(`${schema}.${event}`)
    else if (field !== undefined) note(`${schema}.${field}`)
    else if (/^(?:export )?const /.test(line)) note(schema)
    // An event's name follows on the next line.
    else if (!/^\s+z\.object\(\{$/.test(line)) comment = null
  }
  return comments
}

/** Returns what a comment says, without its signs and without tags such as `@param`. */
function toSentences(lines: readonly string[]): string {
  const text = lines.map((line) => line.replace(/^\s*\/\*\*|\*\/\s*$|^\s*\*(?!\/)/g, '').trim())
  return text.join(' ').split(' @')[0]?.trim() ?? ''
}
