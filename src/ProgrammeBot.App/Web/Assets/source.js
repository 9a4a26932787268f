// A link may name its place only behind the '#': the server marks what stands in the query.
const place = /^#(s\d+-\d+(?:,\d+-\d+)*)(?:\.([0-9a-f]+))?$/.exec(location.hash);
if (place) {
  const query = new URLSearchParams({ s: place[1] });
  if (place[2]) query.set('v', place[2]);
  location.replace(`${location.pathname}?${query}#mark`);
}
