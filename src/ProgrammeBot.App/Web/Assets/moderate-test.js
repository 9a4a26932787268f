// Shows the reply of the test page by the chat's own means.
const place = document.getElementById('reply');
if (place) {
  const { show } = await import('./reply.js');
  const question = document.getElementById('f-question');
  place.replaceChildren(...show(JSON.parse(place.dataset.reply), (label) => {
    question.value = label;
    question.form.requestSubmit();
  }));
}
