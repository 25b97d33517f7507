/**
 * `npm run dev`: wrangler dev, without the two conveniences that would keep room ids on this machine's disk: local
 * traces (every URL, in a database under .wrangler) and the local explorer (the name of every object, made-up ones too).
 */
import { spawn } from 'node:child_process'
import process from 'node:process'

const child = spawn('wrangler', ['dev', ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    X_LOCAL_OBSERVABILITY: 'false',
    X_LOCAL_EXPLORER: 'false',
    // Asks a server of Cloudflare's where we are.
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_SEND_METRICS: 'false',
    ...process.env,
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)))
