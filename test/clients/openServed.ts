import { residents, type ResidentRow } from '../support/smallWorld.js';
import type { GatewayChange } from '../support/testDeployment.js';
import { openTestGateway } from '../support/testGateway.js';

/** 张小三's number but for what a mask leaves out of it, so that both are shown as one. */
const twin: ResidentRow = {
  ...residents[0]!,
  row_id: 6,
  id_no: '370202200112251233',
  name: '孙大圣',
};

/** A gateway that listens, as the packages of clients reach it. Of its residents, two show one number. */
export async function openServed(change: GatewayChange = {}) {
  const gateway = await openTestGateway(change, [...residents, twin]);
  const url = `${await gateway.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  return {
    ...gateway,
    url,
    /** The outcomes of the record from an entry on. */
    outcomesFrom: (first: number) =>
      gateway
        .entries()
        .slice(first)
        .map(({ outcome }) => outcome),
  };
}

export type Served = Awaited<ReturnType<typeof openServed>>;

/** All names as the fund sees them, in the order of the list. */
export const namesShown = ['张*三', '李*', '欧**月', '王*', '买*****逊', '孙*圣'];
