// Put first into every page by the tests' server: keeps what goes wrong, for the tests to read.

{
  const troubles = [];
  Object.defineProperty(window, "__troubles", { value: troubles });

  addEventListener("error", (event) => {
    const source = event.target?.src ?? event.target?.href;
    troubles.push(source ? `could not load ${source}` : `uncaught: ${event.message}`);
  }, true);
  addEventListener("unhandledrejection", (event) => troubles.push(`unhandled: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => {
    troubles.push(`the policy refused ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
  });

  const error = console.error;
  console.error = (...words) => {
    troubles.push(`console: ${words.map(String).join(" ")}`);
    error.apply(console, words);
  };
}
