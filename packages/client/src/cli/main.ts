#!/usr/bin/env node
import process from 'node:process'

/** The oldest Node that has what the library uses, such as a WebSocket of its own. */
const OLDEST_NODE = 22

// Asked before anything is loaded that an older Node can't load: what it says then helps nobody.
if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) await import('./run.ts')
else {
  process.stderr.write(
    `private-chat: This needs Node ${OLDEST_NODE} or newer, and is run by Node ${process.versions.node}.\n`,
  )
  process.exitCode = 2
}
