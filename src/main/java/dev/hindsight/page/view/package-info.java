/// What single pages show beyond the records of the model, computed before their templates run.
package dev.hindsight.page.view;
