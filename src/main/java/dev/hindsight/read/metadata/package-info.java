/// Keys and values in front matter and text.
package dev.hindsight.read.metadata;
