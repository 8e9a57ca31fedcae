// Prints a line for each SBOM: its place among the arguments, and "valid" or what CycloneDX's own strict validator says.
const fs = require('fs');
const { Validation } = require('@cyclonedx/cyclonedx-library');
const validator = new Validation.JsonStrictValidator('1.6');
(async () => {
  for (const [place, file] of process.argv.slice(2).entries()) {
    const error = await validator.validate(fs.readFileSync(file, 'utf8'));
    console.log(`${place} ${error === null ? 'valid' : JSON.stringify(error)}`);
  }
})();
