// A transform for stock jscodeshift that parses and changes nothing: the least that any transform does in one pass.
module.exports = ({ source }, { jscodeshift }) => {
  jscodeshift(source);
};
