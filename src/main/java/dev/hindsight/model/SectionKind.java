package dev.hindsight.model;

/// The kinds of sections. The first section of a kind always has the anchor of the kind, however
/// its author names it; see [#anchor()].
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

  /// `root-cause`; empty for an unknown kind, whose sections get anchors from their headings.
  public String anchor() {
    return anchor;
  }

  /// The kind's name in data and configuration: `root-cause`, `other`.
  public String id() {
    return this == OTHER ? "other" : anchor;
  }
}
