package io.github.chimefake.fidelity;

import io.github.chimefake.Provenance;
import java.util.Set;

/** How the counts tell rows apart: each row is of one kind. */
enum EvidenceKind {
    DOCUMENTED("documented"),
    OBSERVED("observed"),
    PARTLY_ASSUMED("in part assumed"),
    ASSUMED("assumed"),
    OWN("the fake's own");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    static EvidenceKind of(FidelityRow row) {
        Set<Provenance> evidence = row.provenance();
        boolean documented = evidence.contains(Provenance.DOCUMENTED);
        boolean observed = evidence.contains(Provenance.OBSERVED);
        if (evidence.contains(Provenance.ASSUMED)) {
            return documented || observed ? PARTLY_ASSUMED : ASSUMED;
        }
        if (documented) {
            return DOCUMENTED;
        }
        return observed ? OBSERVED : OWN;
    }

    String label() {
        return label;
    }
}
