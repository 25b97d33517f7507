import type { Plugin } from 'vite'

/**
 * Lets a plugin of Vite remember what it made of a file, so that builds in one process share it.
 * @throws an error where the plugin transforms nothing, or in a form that this doesn't know
 */
export function rememberTransforms(plugin: Plugin): Plugin {
  const { transform } = plugin
  if (typeof transform !== 'function') throw new Error(`${plugin.name} has no function that transforms`)
  const made = new Map<string, ReturnType<typeof transform>>()
  return {
    ...plugin,
    transform(code, id, options) {
      const key = `${id}\0${code}`
      const known = made.get(key) ?? transform.call(this, code, id, options)
      made.set(key, known)
      return known
    },
  }
}
