import { Command } from 'commander';

/** `tongdao policy`: what is done with a policy file. */
export function policyCommand(): Command {
  const lockCommand = new Command('lock')
    .description(
      'write down beside the policy file what each "*" of its grants stands for, so that no later catalog widens it',
    )
    .option('--anew <grants...>', 'look at the catalogs again for these grants, by id', [])
    .action(async ({ anew }: { readonly anew: readonly string[] }) => {
      process.exitCode = 1;
      const { lock } = await import('./lock.js');
      await lock(anew);
      process.exitCode = 0;
    });
  return new Command('policy').description('look after the policy file').addCommand(lockCommand);
}
