/**
 * `npm run build`: builds the client into dist/client, and describes the API beside it. wrangler runs it before it serves or
 * deploys; where the caller has built already and announces that (`CLIENT_BUILT=1`, as the tests do that start many servers)
 * there is nothing to do.
 */

import { buildClient } from './build/build-client.ts'

// While somebody works on the client, `wrangler dev` builds it with each file that is saved: nobody checks that Worker.
if (process.env.CLIENT_BUILT !== '1')
  await buildClient({ withWorker: process.env.WRANGLER_COMMAND !== 'dev' })
