import fc from 'fast-check'
import { readSeed } from './seed.ts'

// Every property is tried with the same values in each run, and with others by `npm run hunt`.
fc.configureGlobal({ seed: readSeed(20_261_127) })
