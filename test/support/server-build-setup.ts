import { buildServer } from '../../scripts/build-server.ts'
import { TEST_SERVER } from './server.ts'

/** Builds the server once for each run of the tests, as the image has it: one that is there may be older than the code. */
export async function setup(): Promise<void> {
  if (process.env.BUILT_FOR === String(process.pid)) return
  await buildServer(TEST_SERVER)
  process.env.BUILT_FOR = String(process.pid)
}
