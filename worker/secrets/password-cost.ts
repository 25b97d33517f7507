/**
 * What hashing a password costs. OWASP's password storage cheat sheet gives N=2^14, r=8, p=5 as one of its scrypt
 * settings: 16 MiB a hash, which leaves an object (128 MB) room for its work.
 */
export const PASSWORD_COST = { N: 2 ** 14, r: 8, p: 5 } as const
