package dev.hindsight.model;

/// What a section of a report is about. The address of its first section of a kind never changes:
/// [#anchor()]; headings are the author's.
public enum SectionKind {
  SUMMARY("summary"),
  AFFECTED_SYSTEMS("affected-systems"),
  TIMELINE("timeline"),
  DETECTION("detection"),
  TRIGGER("trigger"),
  ROOT_CAUSE("root-cause"),
  CONTRIBUTING_FACTORS("contributing-factors"),
  IMPACT("impact"),
  MITIGATION("mitigation"),
  RESOLUTION("resolution"),
  ACTION_ITEMS("action-items"),
  LESSONS_LEARNED("lessons-learned"),
  RELATED("related"),
  REFERENCES("references"),
  OTHER("");

  private final String anchor;

  SectionKind(String anchor) {
    this.anchor = anchor;
  }

  /// `root-cause`; empty for a section of no known kind, which is addressed by its heading.
  public String anchor() {
    return anchor;
  }

  /// The kind's name in data and configuration: `root-cause`, `other`.
  public String id() {
    return this == OTHER ? "other" : anchor;
  }
}
