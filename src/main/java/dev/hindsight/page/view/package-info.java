/// What single pages show besides the records of the model, computed before their templates run.
package dev.hindsight.page.view;
