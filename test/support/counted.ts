import { createWorkspace, type Workspace } from '../../language-server/language/workspace.ts';

/** A workspace that counts how often each rule is asked. */
export function countedWorkspace(today: string): { workspace: Workspace; calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const workspace = createWorkspace({
    defaultSystem: 'plant',
    today,
    measure(rule, work) {
      calls.set(rule, (calls.get(rule) ?? 0) + 1);
      work();
    },
  });
  return { workspace, calls };
}
