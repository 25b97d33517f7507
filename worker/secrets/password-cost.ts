/**
 * What it costs to hash a password. N=2^14, r=8, p=5 is one of the scrypt settings of OWASP's password storage cheat
 * sheet. A hash takes 16 MiB, which leaves an object (128 MB) room for its work.
 */
export const PASSWORD_COST = { N: 2 ** 14, r: 8, p: 5 } as const
