/** A health check that `workerd test` runs: docker starts it in the image, where no other program is. */

interface HealthEnv {
  /** The server in the same container. */
  SERVER: Fetcher
}

// biome-ignore lint/style/noDefaultExport: workerd needs one.
export default {
  async test(_, { SERVER }) {
    const { status } = await SERVER.fetch('http://localhost/api/health')
    if (status !== 200) throw new Error(`GET /api/health answered ${status}`)
  },
} satisfies ExportedHandler<HealthEnv>
