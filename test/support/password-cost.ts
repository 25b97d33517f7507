/**
 * What hashing a password costs in the tests that run within workerd: scrypt all the same, for a hundredth of the time,
 * which was more than half of theirs. The unit tests and the built Worker hash as deployed.
 */
export const PASSWORD_COST = { N: 2 ** 10, r: 8, p: 1 } as const
