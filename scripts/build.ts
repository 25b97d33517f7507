/**
 * `npm run build`: builds the client into dist/client, and describes the API beside it. wrangler runs it before it serves or deploys; where the caller
 * has built already and announces that (`CLIENT_BUILT=1`, as the tests do that start many servers) there is nothing to do.
 */

import { build } from 'vite'
import { writeDescription } from './openapi/write-description.ts'

if (process.env.CLIENT_BUILT !== '1') {
  await build({ logLevel: 'warn' })
  writeDescription()
}
