import { applicantQuery, describeApplicant } from './applicant.js';
import { ask } from './ask.js';

/** The desk's one screen: whoever holds the card with this number, or a word that no one does. */
async function lookUp(idNo: string, token: string): Promise<string> {
  const address = process.env['TONGDAO_ADDRESS'] ?? 'http://127.0.0.1:4000';
  const channel = {
    address,
    token,
    purpose: 'housing-fund-withdrawal',
    actingUser: process.env['USER'] ?? 'desk',
    caseReference: 'QD-2026-000815',
  };
  const { resident } = await ask(channel, applicantQuery, { idNo });
  return resident ? describeApplicant(resident).join('\n') : 'No resident has this number.';
}

const [, , idNo] = process.argv;
const { TONGDAO_TOKEN: token } = process.env;
try {
  if (!idNo || !token) throw new Error('TONGDAO_TOKEN=<token> npm run example -- <ID number>');
  process.stdout.write(`${await lookUp(idNo, token)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
  process.exitCode = 1;
}
