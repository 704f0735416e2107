/// What the reports of a collection have in common, decided once from all of them.
package dev.hindsight.read.convention;
