/** Many small questions, asked together. */

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly settle: (answer: Promise<Answer>) => void;
}

/** What is asked while an answer is on its way is asked together once that has come. `ask` answers in the order asked. */
export function askTogether<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  let waiting: Waiting<Question, Answer>[] = [];
  let isAsking = false;

  async function askAll(): Promise<void> {
    isAsking = true;
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      const answers = ask(asked.map(({ question }) => question));
      for (const [place, { settle }] of asked.entries()) {
        settle(answers.then((all) => all[place] as Answer));
      }
      // Whoever asked is told of a failure; what waits is asked all the same.
      await answers.catch(() => {});
    }
    isAsking = false;
  }

  return (question) =>
    new Promise((settle) => {
      waiting.push({ question, settle });
      if (!isAsking) void askAll();
    });
}
