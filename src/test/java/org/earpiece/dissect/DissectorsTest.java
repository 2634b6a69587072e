package org.earpiece.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.Test;

class DissectorsTest {
  @Test
  void everyDissectorIsRegistered() {
    List<String> written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.earpiece.dissect")
                .stream()
                .filter(c -> !c.isInterface() && c.isAssignableTo(Dissector.class))
                .map(JavaClass::getName)
                .toList();
    List<String> listed =
        Dissectors.ALL.stream().map(d -> d.getClass().getName()).distinct().toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void everyProtocolHasOneDissector() {
    assertThat(Dissectors.ALL.stream().map(Dissector::protocol))
        .containsExactlyInAnyOrder(Protocol.values());
  }

  @Test
  void fieldNamesAreUnique() {
    List<Field> fields = Dissectors.fields();
    Set<String> names = new HashSet<>();
    for (Field field : fields) {
      assertThat(names.add(field.protocol() + " " + field.name())).as(field.name()).isTrue();
    }
    assertThat(new FieldRegistry(fields).all()).hasSizeGreaterThan(250);
  }

  @Test
  void everyFieldIsOfItsDissectorAndTheProtocolComesFirst() {
    for (Dissector dissector : Dissectors.ALL) {
      List<Field> fields = dissector.fields();
      assertThat(fields.getFirst().type()).isEqualTo(FieldType.PROTOCOL);
      assertThat(fields).allMatch(f -> f.protocol() == dissector.protocol());
    }
  }
}
