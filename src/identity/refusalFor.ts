import { ExchangeError } from '../errors/exchangeError.js';

import type { Audience } from './audience.js';

/** Makes the function that refuses a credential for one audience, with what is wrong of it. */
export function refusalFor({ holder }: Pick<Audience, 'holder'>) {
  return (offence: string, cause?: unknown): never => {
    throw new ExchangeError(
      'UNAUTHENTICATED',
      `A credential is a current token, signed by a key registered to its ${holder}; this one ${offence}.`,
      { cause },
    );
  };
}

export type Refuse = ReturnType<typeof refusalFor>;
