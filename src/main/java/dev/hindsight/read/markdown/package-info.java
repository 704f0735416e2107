/// CommonMark and its extensions: the parser, the nodes that Hindsight adds, and views of nodes
/// that readers take apart.
package dev.hindsight.read.markdown;
