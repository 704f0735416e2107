/// Keys and values: those of the front matter and those in the text.
package dev.hindsight.read.metadata;
