package dev.hindsight.search.index;

import dev.hindsight.search.analysis.ReportAnalyzer;
import dev.hindsight.search.analysis.WordForms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/// A segment of the index: consecutive incidents.
///
/// @param words the English words that occur in them
record IndexSegment(Directory directory, IndexReader reader, List<WordForms.WordCount> words) {
  IndexSegment {
    words = List.copyOf(words);
  }

  /// Writes Lucene's files, then the words with their counts. Terms are not stored, because they
  /// follow from the words.
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    String[] files = directory.listAll();
    out.writeInt(files.length);
    for (String name : files) {
      try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
        byte[] file = new byte[(int) in.length()];
        in.readBytes(file, 0, file.length);
        out.writeUTF(name);
        out.writeInt(file.length);
        out.write(file);
      }
    }
    out.writeInt(words.size());
    for (WordForms.WordCount met : words) {
      out.writeUTF(met.word());
      out.writeInt(met.count());
    }
    return bytes.toByteArray();
  }

  /// Reads a segment.
  ///
  /// @throws IOException if the bytes are not a segment
  static IndexSegment of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    Directory directory = new ByteBuffersDirectory();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      byte[] file = in.readNBytes(in.readInt());
      try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
        out.writeBytes(file, file.length);
      }
    }
    List<WordForms.WordCount> words = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String word = in.readUTF();
      words.add(new WordForms.WordCount(ReportAnalyzer.stem(word), word, in.readInt()));
    }
    return new IndexSegment(directory, DirectoryReader.open(directory), words);
  }
}
