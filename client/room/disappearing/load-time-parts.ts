import { loadOnce } from '../../ui/lazy.tsx'

/** Returns what shows how long messages stay: undefined until it is loaded, which the first of them does. */
export const timeParts = loadOnce(() => import('./time-parts.ts'))
