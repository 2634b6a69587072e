package org.earpiece.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.cli.options.Choice;
import org.earpiece.cli.options.Input;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.media.Mixer;
import org.earpiece.media.WavWriter;
import org.earpiece.session.CallAudio;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.CallSnapshot;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earpiece audio}: the sound of a call or stream as WAV. */
@Command(
    name = "audio",
    header = "The sound of a call or stream as a WAV file.",
    description = {
      "Writes the sound of a call as a 16-bit WAV file: the caller left, the callee right, both on",
      "one time axis, gaps filled with silence. Of a stream: one channel."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece audio capture.pcapng --call 1 -o call.wav",
      "  earpiece audio capture.pcapng --stream 2 -o stream.wav"
    })
final class AudioCommand extends SessionCommand {
  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Option(names = "-o", required = true, paramLabel = "OUT.wav", description = "the file to write")
  private String out = "";

  AudioCommand(Streams streams) {
    super(streams);
  }

  private static final class What {
    @Option(names = "--call", paramLabel = "N", description = "number of a call")
    private int call;

    @Option(names = "--stream", paramLabel = "N", description = "number of a stream")
    private int stream;
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    Path file = Input.path(out);
    CallAudio audio = session.audio(streamsOf(complete(session)));
    audio.notes().forEach(note -> streams().err().println("earpiece: " + note));
    if (audio.tracks().isEmpty()) {
      throw new CommandException(CommandException.DATA, "there is no sound that can be decoded");
    }
    try {
      WavWriter.write(file, audio.sampleRate(), channels(audio));
    } catch (IOException e) {
      throw CommandException.unwritable(out, e);
    }
  }

  private List<Integer> streamsOf(Snapshot snapshot) throws CommandException {
    if (what.stream != 0) {
      return List.of(Choice.ofStream(snapshot, what.stream).number());
    }
    CallSnapshot call = Choice.ofCall(snapshot, what.call);
    if (call.streams().isEmpty()) {
      throw new CommandException(
          CommandException.DATA, "call " + what.call + " has no RTP stream in this capture");
    }
    return call.streams();
  }

  private List<short[]> channels(CallAudio audio) {
    if (what.stream != 0) {
      return List.of(audio.tracks().getFirst().samples());
    }
    List<short[]> sides = new ArrayList<>();
    for (boolean forward : new boolean[] {true, false}) {
      List<short[]> tracks =
          audio.tracks().stream()
              .filter(track -> track.forward() == forward)
              .map(CallAudio.Track::samples)
              .toList();
      short[] side = new short[tracks.stream().mapToInt(t -> t.length).max().orElse(0)];
      tracks.forEach(track -> Mixer.add(side, track, 0));
      sides.add(side);
    }
    return sides;
  }
}
