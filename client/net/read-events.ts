/** One thing that came over a stream of server-sent events: an event of some type, or a comment. */
interface StreamEvent {
  type: string
  data: string
}

/**
 * Reads server-sent events as they come (WHATWG HTML, 9.2.6). `id` and `retry` are left out: who resumes knows by itself
 * how far it is.
 * @returns each event once it is whole, with `comment` as the type of a comment; throws where the stream breaks
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  /** What came of a line that is not whole yet: pieces, because a long one comes in many. */
  let pieces: string[] = []
  let endedInReturn = false
  let type = 'message'
  let data: string[] = []

  function* readLine(line: string): Generator<StreamEvent> {
    if (line === '') {
      if (data.length > 0) yield { type, data: data.join('\n') }
      type = 'message'
      data = []
      return
    }
    const colon = line.indexOf(':')
    if (colon === 0) return yield { type: 'comment', data: line.slice(1) }
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    else if (field === 'event') type = value
  }

  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      let text = decoder.decode(value, { stream: true })
      // A line may end in both, and the two in different pieces.
      if (endedInReturn && text.startsWith('\n')) text = text.slice(1)
      if (text !== '') endedInReturn = text.endsWith('\r')
      const lines = text.split(/\r\n|\n|\r/)
      const rest = lines.pop() ?? ''
      for (const line of lines) {
        pieces.push(line)
        const whole = pieces.join('')
        pieces = []
        yield* readLine(whole)
      }
      if (rest !== '') pieces.push(rest)
    }
  } finally {
    // A caller that stops reading has no use for the rest.
    void reader.cancel().catch(() => {})
  }
}
