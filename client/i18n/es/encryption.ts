import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import type { encryptionTexts as English } from '../en/encryption.ts'
import { formatNumber } from '../index.ts'

/** What the lock of a room says where its keys can change, in Spanish. Each is one sentence, and true by itself. */
export const encryptionTexts: typeof English = {
  sealed:
    'El servidor no puede leer ni lo que se dice aquí ni sus nombres; ve cuándo escribe cada persona, y cuánto.',
  link: 'Quien tenga el enlace puede entrar y leer lo que se dijo.',
  linkAndPassword:
    'Quien tenga el enlace y la contraseña puede entrar y leer lo que se dijo; una contraseña corta la puede adivinar quien tenga el enlace y lo que guarda el servidor.',
  knock:
    'Quien tenga el enlace llega a la puerta, y cuando un anfitrión le deja entrar recibe una clave que abre lo que se dijo.',
  fromJoin:
    'Quien tenga el enlace llega a la puerta, y al entrar recibe una clave nueva que no abre nada de lo que se dijo antes de crearla, guarde lo que guarde el servidor.',
  fromJoinLarge:
    'Quien tenga el enlace llega a la puerta, y solo el servidor le impide ver lo que se dijo antes de que entrara: con tantos lugares, las claves no cambian.',
  closed: 'El enlace está cerrado: ya no abre nada.',
  closedForTwo:
    'El enlace está cerrado: ya no abre nada; si alguien pierde su navegador, “Enlace nuevo” en el menú le permite entrar otra vez.',
  removal: 'Cuando se expulsa a alguien, deja de poder leer lo que se dice en cuanto cambian las claves.',
  removalDue:
    'Se expulsó a alguien que aún puede leer lo que se dice, hasta que la página de un anfitrión cambie las claves.',
  large: `Con más de ${formatNumber(ROTATION_SEATS_MAX)} lugares ocupados, al expulsar cambia el enlace y no las claves: el enlace anterior no deja entrar a nadie; la persona expulsada conserva lo que podía leer.`,
  largeDue:
    'Se expulsó a alguien que aún puede entrar con el enlace, hasta que la página de un anfitrión lo cambie.',
  forgets:
    'Este navegador no puede guardar claves: si recargas la página, entras otra vez por el enlace, en otro lugar.',
  forgetsAtDoor:
    'Este navegador no puede guardar claves: si recargas la página, tienen que volver a dejarte entrar, y quien creó la sala no puede entrar más.',
  forgetsAll:
    'Este navegador no puede guardar claves: si recargas la página, no puedes volver a entrar sin un enlace nuevo.',
}
