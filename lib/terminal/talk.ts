import * as prompts from '@clack/prompts';
import { createColors } from 'picocolors';
import type { Preferences } from '../runner/preferences.js';
import type { RunPlan } from '../runner/plan.js';
import { colorDiff } from '../runner/diff.js';
import type { Proposal, Survey, Talk } from '../runner/talk.js';
import { TOOL } from '../tool.js';
import { followUpLines, laterLine, ledgerLines, nextCommand, openLines } from './closing.js';
import { foundLines, planLines, questionFor } from './overview.js';
import { questionsFor, type Question } from './questions.js';
import { walk, type Answer, type Step } from './walk.js';

export interface TalkOptions {
  readonly colors: boolean;
  /** Go through the files one by one at once. */
  readonly interactive: boolean;
}

/** The conversation with a person at a terminal: what was found, what they may choose, the plan, one yes, and what comes next. */
export function terminalTalk({ colors: isColored, interactive }: TalkOptions): Talk {
  const colors = createColors(isColored);
  const show = (title: string, lines: readonly string[]) =>
    prompts.log.message([colors.bold(title), ...lines].join('\n'));
  const diffOf = (diff: string) => (isColored ? colorDiff(diff, colors) : diff).trimEnd();

  return {
    async choose(survey) {
      prompts.intro(colors.bold(TOOL.name));
      if (survey.sites.length === 0) return {};
      prompts.log.step(foundLines(survey, colors).join('\n'));
      const chosen: Partial<Preferences> = {};
      for (const question of questionsFor(survey)) {
        const answer = await answerTo(question, survey);
        if (prompts.isCancel(answer)) return undefined;
        Object.assign(chosen, { [question.name]: answer });
      }
      return chosen;
    },

    async agree(start) {
      let proposal: Proposal | undefined = start;
      if (interactive) {
        proposal = await walk(start, (step) => askAbout(step, diffOf), prompts.log.warn);
        if (!proposal) return undefined;
      }
      return confirmed(proposal);
    },

    close(ending) {
      const { report } = ending;
      prompts.log.success(ledgerLines(report, colors).join('\n'));
      const left = openLines(report, colors);
      if (left.length > 0) show('Left for you', left);
      const then = followUpLines(report, colors);
      if (then.length > 0) show('Besides', then);
      if (ending.kept !== undefined) prompts.log.message(colors.dim(`All of it: ${ending.kept}`));
      prompts.outro(`Next: ${colors.bold(nextCommand(ending))}\n   ${colors.dim(laterLine(ending))}`);
    },
  };

  /** Shows the plan and asks until there is a yes or a no. */
  async function confirmed(start: Proposal): Promise<RunPlan | undefined> {
    for (let proposal = start; ;) {
      const { report, files } = proposal.plan;
      if (files.length === 0) return proposal.plan;
      show('The plan', planLines(report, colors));
      const answer = await prompts.select({
        message: questionFor(report),
        options: [
          { value: 'write', label: 'Yes, write it' },
          { value: 'diff', label: 'Show the diff first' },
          { value: 'walk', label: 'Go through it file by file' },
          { value: 'stop', label: 'No, write nothing' },
        ],
        showInstructions: false,
      });
      if (prompts.isCancel(answer) || answer === 'stop') return undefined;
      if (answer === 'write') return proposal.plan;
      if (answer === 'diff') for (const file of files) process.stdout.write(`${diffOf(proposal.diffOf(file))}\n`);
      else {
        const walked = await walk(proposal, (step) => askAbout(step, diffOf), prompts.log.warn);
        if (!walked) return undefined;
        proposal = walked;
      }
    }
  }
}

const answerTo = (question: Question, survey: Survey) =>
  prompts.select({
    message: `${question.message}\n${question.why(survey)}`,
    options: question.options.map(({ value, label, hint }) => ({ value, label, hint })),
    showInstructions: false,
  });

async function askAbout(step: Step, diffOf: (diff: string) => string): Promise<Answer> {
  const again = step.isAgain ? ' (changed since you accepted it)' : '';
  prompts.log.step(`${step.position} of ${step.total}: ${step.name}${again}`);
  process.stdout.write(`${diffOf(step.diff)}\n`);
  const answer = await prompts.select<Answer>({
    message: `${step.name}?`,
    options: [
      { value: 'accept', label: 'Accept' },
      { value: 'skip', label: 'Skip', hint: 'the file stays as it is, and the plan is made anew without it' },
      { value: 'all', label: 'Accept this and all that follow' },
      { value: 'quit', label: 'Quit', hint: 'nothing is written' },
    ],
    showInstructions: false,
  });
  return prompts.isCancel(answer) ? 'quit' : answer;
}
