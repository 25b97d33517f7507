import { afterEach } from 'vitest'
import { takeViolations } from './check-wire.ts'

// A client that swallows errors, or a socket that nobody waits at any more, hides no breach of the protocol.
afterEach(() => {
  const [violation] = takeViolations()
  if (violation) throw violation
})
