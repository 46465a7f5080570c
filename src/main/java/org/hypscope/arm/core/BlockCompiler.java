package org.hypscope.arm.core;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.hypscope.arm.arch.Cond;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Makes the class of a {@link Block}: the same operations as the interpreter's, called one after
 * the other with the words as constants, so that the JIT compiler inlines them and folds their
 * fields.
 */
final class BlockCompiler {
  private static final String CORE = Type.getInternalName(Core.class);
  private static final String CODE = Type.getInternalName(Block.Code.class);
  private static final String OPERATION = Type.getInternalName(Operation.class);
  private static final String NAME = Type.getInternalName(Block.class) + "OfCode";
  private static final int AL = Cond.AL.ordinal();
  private static final int THE_CORE = 1;
  private static final int AT = 2;
  private static final int RETIRED = 3;
  private static final Handle CLASS_DATA_AT =
      new Handle(
          H_INVOKESTATIC,
          Type.getInternalName(MethodHandles.class),
          "classDataAt",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)"
              + "Ljava/lang/Object;",
          false);

  private BlockCompiler() {}

  /** The block of {@code steps}, of which there is at least one. */
  static Block compile(List<BlockFinder.Step> steps) {
    List<Operation> operations = steps.stream().map(step -> step.bound().operation).toList();
    try {
      MethodHandles.Lookup made =
          MethodHandles.lookup().defineHiddenClassWithClassData(write(steps), operations, true);
      MethodHandle maker =
          made.findConstructor(made.lookupClass(), MethodType.methodType(void.class))
              .asType(MethodType.methodType(Block.Code.class));
      BlockFinder.Step last = steps.get(steps.size() - 1);
      int bytes = last.offset() + last.insn().size;
      int written = BlockFinder.written(steps);
      return new Block(steps.size(), bytes, written, (Block.Code) maker.invokeExact());
    } catch (Throwable e) {
      throw new IllegalStateException("the class of a block does not load", e);
    }
  }

  private static byte[] write(List<BlockFinder.Step> steps) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(V17, ACC_FINAL | ACC_SUPER, NAME, null, "java/lang/Object", new String[] {CODE});
    MethodVisitor make = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    make.visitCode();
    make.visitVarInsn(ALOAD, 0);
    make.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    make.visitInsn(RETURN);
    make.visitMaxs(0, 0);
    make.visitEnd();
    operations(writer, steps.size());
    MethodVisitor code =
        writer.visitMethod(ACC_PUBLIC, "execute", "(L" + CORE + ";IJ)I", null, null);
    code.visitCode();
    boolean usesIt = steps.stream().anyMatch(step -> step.nextIt() != 0);
    for (int k = 0; k < steps.size(); k++) {
      step(code, steps.get(k), k, usesIt);
    }
    end(code, steps, usesIt);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /**
   * The operations as static constants, set before the code runs: the JIT compiler gives up a
   * method with a dynamic constant that is not yet resolved, as behind a condition that never held.
   */
  private static void operations(ClassWriter writer, int count) {
    MethodVisitor init = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    init.visitCode();
    for (int k = 0; k < count; k++) {
      String type = "L" + OPERATION + ";";
      writer.visitField(ACC_STATIC | ACC_FINAL, field(k), type, null, null).visitEnd();
      init.visitLdcInsn(new ConstantDynamic("_", type, CLASS_DATA_AT, k));
      init.visitFieldInsn(PUTSTATIC, NAME, field(k), type);
    }
    init.visitInsn(RETURN);
    init.visitMaxs(0, 0);
    init.visitEnd();
  }

  private static String field(int k) {
    return "operation" + k;
  }

  private static void step(MethodVisitor code, BlockFinder.Step step, int k, boolean usesIt) {
    if (step.needsPlace()) {
      place(code, step, k, usesIt);
    }
    Label skip = new Label();
    skipUnless(code, step.itCond(), skip);
    skipUnless(code, step.cond(), skip);
    code.visitFieldInsn(GETSTATIC, NAME, field(k), "L" + OPERATION + ";");
    code.visitVarInsn(ALOAD, THE_CORE);
    code.visitLdcInsn(step.bound().word);
    code.visitMethodInsn(INVOKEINTERFACE, OPERATION, "execute", "(L" + CORE + ";I)V", true);
    if (step.branches()) {
      leave(code, step, k, usesIt);
    } else if (step.mayLeave()) {
      code.visitVarInsn(ALOAD, THE_CORE);
      code.visitMethodInsn(INVOKEVIRTUAL, CORE, "leavesBlock", "()Z", false);
      code.visitJumpInsn(IFEQ, skip);
      leave(code, step, k, usesIt);
    }
    if (!step.always() || step.mayLeave() && !step.branches()) {
      code.visitLabel(skip);
      code.visitFrame(F_SAME, 0, null, 0, null);
    }
  }

  private static void skipUnless(MethodVisitor code, int cond, Label skip) {
    if (cond != AL) {
      code.visitVarInsn(ALOAD, THE_CORE);
      code.visitLdcInsn(cond);
      code.visitMethodInsn(INVOKEVIRTUAL, CORE, "passes", "(I)Z", false);
      code.visitJumpInsn(IFEQ, skip);
    }
  }

  private static void leave(MethodVisitor code, BlockFinder.Step step, int k, boolean usesIt) {
    if (usesIt) {
      code.visitVarInsn(ALOAD, THE_CORE);
      code.visitLdcInsn(step.nextIt());
      code.visitMethodInsn(INVOKEVIRTUAL, CORE, "setItState", "(I)V", false);
    }
    code.visitLdcInsn(k + 1);
    code.visitInsn(IRETURN);
  }

  /** Before an instruction that can be asked where it is. */
  private static void place(MethodVisitor code, BlockFinder.Step step, int k, boolean usesIt) {
    code.visitVarInsn(ALOAD, THE_CORE);
    code.visitVarInsn(ILOAD, AT);
    code.visitLdcInsn(step.offset());
    code.visitInsn(IADD);
    code.visitLdcInsn(step.insn().size);
    code.visitVarInsn(ILOAD, AT);
    code.visitLdcInsn(step.offset() + step.ahead());
    code.visitInsn(IADD);
    code.visitVarInsn(LLOAD, RETIRED);
    code.visitLdcInsn((long) k);
    code.visitInsn(LADD);
    code.visitMethodInsn(INVOKEVIRTUAL, CORE, "standAt", "(IIIJ)V", false);
    if (usesIt) {
      code.visitVarInsn(ALOAD, THE_CORE);
      code.visitLdcInsn(step.it());
      code.visitLdcInsn(step.nextIt());
      code.visitMethodInsn(INVOKEVIRTUAL, CORE, "standInIt", "(II)V", false);
    }
  }

  /** Behind the last instruction, unless it always branches. */
  private static void end(MethodVisitor code, List<BlockFinder.Step> steps, boolean usesIt) {
    BlockFinder.Step last = steps.get(steps.size() - 1);
    if (last.ends()) {
      return;
    }
    code.visitVarInsn(ALOAD, THE_CORE);
    code.visitVarInsn(ILOAD, AT);
    code.visitLdcInsn(last.offset() + last.insn().size);
    code.visitInsn(IADD);
    code.visitMethodInsn(INVOKEVIRTUAL, CORE, "goOnAt", "(I)V", false);
    leave(code, last, steps.size() - 1, usesIt);
  }
}
