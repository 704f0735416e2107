/// CommonMark and its extensions: the parser, the nodes that Hindsight adds, and views of nodes for
/// readers.
package dev.hindsight.read.markdown;
