// Makes a Google Form of a quiz. Open script.google.com, choose "New project", put this text in the
// place of what stands there, and press "Run". The form is then in your Drive.

const QUIZ = /* the quiz */;

function makeForm() {
  const form = FormApp.create(QUIZ.title);
  form.setIsQuiz(true);
  QUIZ.questions.forEach((question) => addQuestion(form, question));
  Logger.log(form.getEditUrl());
}

function addQuestion(form, question) {
  if (question.pairs.length) {
    form.addSectionHeaderItem().setTitle(question.stem).setHelpText(question.context);
    const offered = [...new Set(question.pairs.map((pair) => pair[1]))].sort();
    question.pairs.forEach(([left, right]) => {
      addChoices(form.addListItem(), left, offered, right, question);
    });
  } else if (question.options.length) {
    const item = form.addMultipleChoiceItem().setHelpText(question.context);
    addChoices(item, question.stem, question.options, question.answer, question);
  } else {
    form.addTextItem()
      .setTitle(question.stem)
      .setHelpText(question.context)
      .setPoints(1)
      .setGeneralFeedback(feedback(question));
  }
}

function addChoices(item, title, options, answer, question) {
  item.setTitle(title)
    .setChoices(options.map((option) => item.createChoice(option, option === answer)))
    .setPoints(1)
    .setFeedbackForCorrect(feedback(question))
    .setFeedbackForIncorrect(feedback(question));
}

function feedback(question) {
  const made = FormApp.createFeedback().setText(question.feedback);
  return (question.link ? made.addLink(question.link) : made).build();
}
