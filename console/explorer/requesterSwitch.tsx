import type { Requester } from './explorerConfig.js';

interface RequesterSwitchProps {
  readonly requesters: readonly Requester[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

export function RequesterSwitch({ requesters, chosen, onChoose }: RequesterSwitchProps) {
  const purpose = requesters[chosen]?.purpose;
  return (
    <header className="requester-bar">
      <fieldset>
        <legend>Requester</legend>
        {requesters.map(({ label }, index) => (
          <label key={label}>
            <input
              type="radio"
              name="requester"
              checked={index === chosen}
              onChange={() => {
                onChoose(index);
              }}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <p aria-live="polite">{purpose == null ? 'No purpose declared' : `Purpose: ${purpose}`}</p>
    </header>
  );
}
