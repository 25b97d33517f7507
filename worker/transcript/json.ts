import type { Format } from './formats.ts'

/** `{"room": {…}, "messages": […]}`, a message a line: everything as the room has it, envelopes too. */
export const json: Format = {
  extension: 'json',
  type: 'application/json',
  head: (room) => `{"room":${JSON.stringify(room)},"messages":[`,
  message: (message, index) => `${index === 0 ? '\n' : ',\n'}${JSON.stringify(message)}`,
  tail: () => '\n]}\n',
}
