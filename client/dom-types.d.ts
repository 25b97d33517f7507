/** What the DOM's types of 2024 don't say yet: the bytes are in memory that nobody shares. */
interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}
