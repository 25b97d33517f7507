/**
 * `npm run build`: builds the client into dist/client, and describes the API beside it. wrangler runs it before it serves or
 * deploys; where the caller has built already and announces that (`CLIENT_BUILT=1`, as the tests do that start many servers)
 * there is nothing to do. With `--pseudo` it builds the pseudo-language, too, which browser tests look at.
 */

import process from 'node:process'
import { buildClient } from './build/build-client.ts'
import { buildPseudoLanguage } from './pseudo-language/build-pseudo-language.ts'

// While somebody works on the client, `wrangler dev` builds it with each file that is saved: nobody checks that Worker.
if (process.env.CLIENT_BUILT !== '1') {
  await buildClient({ withWorker: process.env.WRANGLER_COMMAND !== 'dev' })
  if (process.argv.includes('--pseudo')) await buildPseudoLanguage()
}
