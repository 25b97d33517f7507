import type { roomKeysTexts as English } from '../en/room-keys.ts'
import { formatDuration } from '../index.ts'

/** The texts about the keys of a room and its invite link, in Spanish. */
export const roomKeysTexts: typeof English = {
  newLink: {
    label: 'Enlace nuevo',
    title: '¿Crear un enlace nuevo?',
    text: 'El enlace anterior ya no abrirá nada. Quienes están aquí se quedan.',
    password: 'Contraseña del enlace nuevo (opcional)',
    passwordHint: 'Quien entre la necesita además del enlace. Dísela por otra vía que el enlace.',
    tooShort: (min) => `Usa ${min} caracteres o más.`,
    confirmLabel: 'Crear enlace',
    cancelLabel: 'Conservar el actual',
    done: 'Hay un enlace nuevo.',
  },
  seat: {
    held: (seconds) =>
      `Su lugar queda libre tras un minuto de ausencia. Espera ${formatDuration(seconds)}, o el enlace dirá que la sala está llena.`,
    free: 'Lleva un minuto ausente: un enlace nuevo libera su lugar y le permite entrar otra vez.',
  },
  close: {
    label: 'Cerrar el enlace',
    title: '¿Cerrar el enlace?',
    text: 'El enlace ya no abrirá nada y nadie más podrá entrar. Quienes están aquí se quedan.',
    confirmLabel: 'Cerrar el enlace',
    cancelLabel: 'Dejarlo abierto',
    done: 'El enlace está cerrado.',
  },
  reopen: {
    label: 'Abrir de nuevo',
    title: '¿Abrir la sala de nuevo?',
    text: 'El enlace está cerrado. Uno nuevo permite entrar otra vez a alguien, con todo lo que se dijo.',
    confirmLabel: 'Crear enlace',
  },
  remove: {
    text: 'Sale al momento y no puede leer lo que se diga a partir de entonces. Lo que dijo se queda.',
    link: 'El enlace cambia también: el que tiene ya no abre nada.',
    password: 'Contraseña del enlace',
    passwordHint: 'El enlace nuevo la conserva.',
    done: (alias) => `Expulsaste a ${alias}, y el enlace ha cambiado.`,
  },
}
